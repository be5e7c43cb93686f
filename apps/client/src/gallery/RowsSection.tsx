import { Avatar } from '../shared/ui/Avatar';
import { View } from '../shared/ui/primitives';
import { ProgressBar } from '../shared/ui/ProgressBar';
import { Row } from '../shared/ui/Row';
import { SubjectSign } from '../shared/ui/SubjectSign';
import { Tag } from '../shared/ui/Tag';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const nothing = () => undefined;

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
