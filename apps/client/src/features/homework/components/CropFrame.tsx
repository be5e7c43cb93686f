import { useRef } from 'react';
import { percent } from '../../../shared/format/crop';
import { type Edge, moveEdges, movePart, type Size } from '../../../shared/photo/edit';
import type { Part } from '../../../shared/photo/ink';
import { Grip } from '../../../shared/ui/Grip';
import { Photo, View } from '../../../shared/ui/primitives';
import { capture } from '../capture.zh';

/** One press of an arrow key. */
const NUDGE = 0.02;
const CORNERS: [Edge, Edge][] = [
  ['top', 'left'],
  ['top', 'right'],
  ['bottom', 'left'],
  ['bottom', 'right'],
];

interface Props {
  src: string;
  /** How large the photo is on the screen, px. */
  size: Size;
  part: Part;
  onChange: (part: Part) => void;
}

/** The photo with a frame over what will be left of it; corners change the frame, its middle moves it. */
export const CropFrame = ({ src, size, part, onChange }: Props) => {
  const start = useRef(part);
  const take = () => void (start.current = part);
  const stretch = (from: Part, [vertical, horizontal]: [Edge, Edge], dx: number, dy: number) =>
    onChange(moveEdges(from, { [horizontal]: dx, [vertical]: dy }));
  const place = {
    left: percent(part.x),
    top: percent(part.y),
    width: percent(part.w),
    height: percent(part.h),
  };
  return (
    <View className="crop-sheet" style={{ width: `${size.width}px`, height: `${size.height}px` }}>
      <View className="crop-veil">
        <Photo className="crop-picture" src={src} label="" fit="fill" />
        <View className="crop-window" style={place} />
      </View>
      <Grip
        className="crop-area"
        label={capture.cropArea}
        style={place}
        onStart={take}
        onMove={(dx, dy) => onChange(movePart(start.current, dx / size.width, dy / size.height))}
        onNudge={(dx, dy) => onChange(movePart(part, dx * NUDGE, dy * NUDGE))}
      />
      {CORNERS.map((edges) => (
        <Grip
          key={edges.join('-')}
          className={`crop-corner crop-corner-${edges.join('-')}`}
          label={capture.grip(edges)}
          style={{
            left: percent(edges.includes('left') ? part.x : part.x + part.w),
            top: percent(edges.includes('top') ? part.y : part.y + part.h),
          }}
          onStart={take}
          onMove={(dx, dy) => stretch(start.current, edges, dx / size.width, dy / size.height)}
          onNudge={(dx, dy) => stretch(part, edges, dx * NUDGE, dy * NUDGE)}
        >
          <View className="crop-corner-sign" />
        </Grip>
      ))}
    </View>
  );
};
