import { ApiError } from '../shared/http/api-error';
import { Avatar } from '../shared/ui/Avatar';
import { PagedRows } from '../shared/ui/PagedRows';
import { View } from '../shared/ui/primitives';
import { ProgressBar } from '../shared/ui/ProgressBar';
import { Row } from '../shared/ui/Row';
import { SubjectSign } from '../shared/ui/SubjectSign';
import { Tag } from '../shared/ui/Tag';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const nothing = () => undefined;

const page = {
  data: { pages: [{ items: [{ id: 'newer' }, { id: 'older' }] }], pageParams: [null] },
  error: null,
  hasNextPage: true,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  fetchNextPage: () => new Promise<never>(nothing),
  refetch: () => new Promise<never>(nothing),
};
const PAGED: [name: string, of: Omit<typeof page, 'error'> & { error: Error | null }][] = [
  [gallery.paged, page],
  [gallery.pagedBusy, { ...page, isFetchingNextPage: true }],
  [gallery.pagedFailed, { ...page, isFetchNextPageError: true, error: new ApiError('NETWORK', 'gallery') }],
];

export const RowsSection = () => (
  <>
    <Sample name={gallery.rows}>
      <View className="card card-rows">
        <Row
          icon="paper"
          title={gallery.rowTitle}
          text={gallery.rowText}
          value={gallery.rowValue}
          onPress={nothing}
        />
        <Row lead={<SubjectSign subject="math" />} title={gallery.rowTitle} text={gallery.rowText} />
        <Row icon="clock" title={gallery.rowLong} value={gallery.rowValue} onPress={nothing} />
      </View>
    </Sample>
    {PAGED.map(([name, of]) => (
      <Sample key={name} name={name}>
        <PagedRows
          of={of}
          skeleton={null}
          empty={null}
          row={({ id }) => <Row key={id} title={gallery.rowTitle} text={gallery.rowText} onPress={nothing} />}
        />
      </Sample>
    ))}
    <Sample name={gallery.facts}>
      <View className="card card-rows">
        <View className="fact">
          <View className="fact-name">{gallery.factName}</View>
          <View className="fact-value figures">{gallery.factValue}</View>
        </View>
        <View className="fact">
          <View className="fact-name">{gallery.tags}</View>
          <View className="fact-value">
            <View className="tags">
              {gallery.tagNames.map((name) => (
                <Tag key={name}>{name}</Tag>
              ))}
            </View>
          </View>
        </View>
      </View>
    </Sample>
    <Sample name={gallery.avatars}>
      <View className="tags">
        <Avatar name={gallery.name} />
        <Avatar name={gallery.name} size="m" />
        <Avatar name="" size="m" />
      </View>
    </Sample>
    <Sample name={gallery.progress}>
      <ProgressBar value={0} label={gallery.progressLabel} />
      <ProgressBar value={0.375} label={gallery.progressLabel} />
      <ProgressBar value={1} label={gallery.progressLabel} />
    </Sample>
  </>
);
