import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useAction } from '../../../shared/http/use-action';
import { type Edge, type Edit, moveEdges, type Size, WHOLE } from '../../../shared/photo/edit';
import { pictures } from '../../../shared/platform/pictures';
import { screen } from '../../../shared/platform/screen';
import type { LocalPhoto } from '../../../shared/platform/transport.types';
import { back, replace, routes } from '../../../shared/routes';
import { titles } from '../../../shared/titles.zh';
import { Button } from '../../../shared/ui/Button';
import { Chips } from '../../../shared/ui/Chips';
import { Frame } from '../../../shared/ui/Frame';
import { PhotoCanvas } from '../../../shared/ui/PhotoCanvas';
import { View } from '../../../shared/ui/primitives';
import { Bone } from '../../../shared/ui/bones';
import { Empty, Skeleton } from '../../../shared/ui/states';
import { capture } from '../capture.zh';
import '../crop.scss';
import { photoDraft, useDraftPhotos, useIsDraftOpening } from '../use-photo-draft';
import { CropBones } from './CropBones';
import { CropFrame } from './CropFrame';

const STAGE = 'crop-stage';
const STEP = 0.03;
const INWARDS: Record<Edge, number> = { top: STEP, left: STEP, bottom: -STEP, right: -STEP };
const EDGES = (['top', 'bottom', 'left', 'right'] as const).map((value) => ({
  value,
  text: capture.edgeNames[value],
}));

interface Opened extends Size {
  photo: LocalPhoto;
}

/** The photo of a draft, uncut, for as long as the page is open. */
const usePreview = (key: string): Opened | null | 'none' => {
  const [preview, setPreview] = useState<Opened | null | 'none'>(null);
  useEffect(() => {
    const leaving = new AbortController();
    let made: LocalPhoto | undefined;
    void photoDraft.preview(key, leaving.signal).then((opened) => {
      if (leaving.signal.aborted) return;
      made = opened?.photo;
      setPreview(opened ?? 'none');
    });
    return () => {
      leaving.abort();
      if (made) pictures.release(made);
    };
  }, [key]);
  return preview;
};

/** The stage's room, px; known once it is drawn, and again when the screen is turned. */
const useRoom = (): Size | null => {
  const [room, setRoom] = useState<Size | null>(null);
  useEffect(() => {
    let isGone = false;
    const measure = () => void screen.sizeOf(STAGE).then((size) => isGone || setRoom(size));
    measure();
    const stop = screen.watch(measure);
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return room;
};

/** On each side, for the half of a handle that stands outside of the photo. */
const MARGIN_PX = 26;

const fitInto = (room: Size, { width, height }: Size): Size => {
  const scale = Math.max(
    0.01,
    Math.min((room.width - 2 * MARGIN_PX) / width, (room.height - 2 * MARGIN_PX) / height),
  );
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

const Crop = () => {
  const key = useRouter().params.key ?? '';
  const [part, setPart] = useState(
    () => photoDraft.photos().find((one) => one.key === key)?.edit.crop ?? WHOLE,
  );
  const [edge, setEdge] = useState<Edge>('bottom');
  const preview = usePreview(key);
  const room = useRoom();
  const isThere = useDraftPhotos().some((one) => one.key === key);
  useEffect(() => {
    if (!isThere) replace(routes.capture()); // thrown away, or handed in, meanwhile
  }, [isThere]);

  const cutting = useAction(
    {
      mutationFn: async (edit: Edit) => {
        if (!(await photoDraft.edit(key, edit))) throw new Error('the device cannot draw it');
      },
    },
    back,
  );
  const save = () => {
    const edit = photoDraft.photos().find((one) => one.key === key)?.edit;
    if (edit) cutting.run({ ...edit, crop: part });
    else replace(routes.capture());
  };
  if (preview === 'none')
    return (
      <Frame title={titles.cropPhoto}>
        <Empty
          icon="picture"
          title={capture.cannotCrop}
          text={capture.cannotCropText}
          action={
            <Button kind="quiet" onPress={back}>
              {capture.toCapture}
            </Button>
          }
        />
      </Frame>
    );
  const push = (share: number) => setPart(moveEdges(part, { [edge]: share }));

  return (
    <Frame title={titles.cropPhoto} fill>
      <View className="crop-page">
        <View className="crop-stage" id={STAGE}>
          {preview !== null && room ? (
            <CropFrame src={preview.photo.url} size={fitInto(room, preview)} part={part} onChange={setPart} />
          ) : (
            <Skeleton>
              <Bone className="crop-bone" />
            </Skeleton>
          )}
        </View>
        <View className="crop-desk">
          <View className="hint">{capture.cropHint}</View>
          <Chips label={capture.edges} options={EDGES} value={edge} onChange={setEdge} />
          <View className="crop-push">
            <Button kind="quiet" onPress={() => push(INWARDS[edge])}>
              {capture.inwards}
            </Button>
            <Button kind="quiet" onPress={() => push(-INWARDS[edge])}>
              {capture.outwards}
            </Button>
          </View>
          {cutting.error !== null && (
            <View className="notice" role="alert">
              {capture.cannotEdit}
            </View>
          )}
          <View className="crop-foot">
            <Button kind="text" onPress={() => setPart(WHOLE)}>
              {capture.whole}
            </Button>
            <Button busy={cutting.isBusy} onPress={save}>
              {capture.done}
            </Button>
          </View>
        </View>
      </View>
      <PhotoCanvas />
    </Frame>
  );
};

/** The photos may have to be looked for on the device, after a reload. */
export const CropPhoto = () => (useIsDraftOpening() ? <CropBones /> : <Crop />);
