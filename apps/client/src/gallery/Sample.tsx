import type { ReactNode } from 'react';
import { Heading, View } from '../shared/ui/primitives';

/** One component in its states, under its name. */
export const Sample = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="sample">
    <Heading level={2} className="section-title">
      {name}
    </Heading>
    <View className="stack-s">{children}</View>
  </View>
);
