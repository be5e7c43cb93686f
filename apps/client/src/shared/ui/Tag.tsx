import { View } from './primitives';

/** A word or two that sort something; never a button. */
export const Tag = ({ children }: { children: string }) => <View className="tag">{children}</View>;
