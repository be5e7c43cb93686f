import type { Memory, Report } from '../figures';
import type { NetworkChange } from '../network-conditions';

export interface Finding {
  /** Which of several, from 0; the first when absent. */
  nth?: number;
  timeoutMs?: number;
}

/**
 * What a finger and an eye can do, in one vocabulary for every target: a journey written in these words runs on the
 * compiled mini-program and on the H5 build alike.
 */
export interface AppDriver {
  readonly target: 'weapp' | 'h5';
  /** Goes to a page by its path and query, as a link from outside would. */
  open(path: string): Promise<void>;
  /** Waits until the text can be seen. */
  see(text: string, finding?: Finding): Promise<void>;
  /** Waits until the text cannot be seen any more. */
  seeNot(text: string, finding?: Finding): Promise<void>;
  /** All text that can be seen now. */
  text(): Promise<string>;
  /** Touches what bears the label: a button, a link, a line, by its text or its accessible name. */
  tap(label: string, finding?: Finding): Promise<void>;
  /** Puts the text into the field with this label or placeholder, in place of what stood there. */
  type(label: string, text: string): Promise<void>;
  /** The next chooser takes these pictures; null: the user closes it. */
  choosePhotos(files: string[] | null): Promise<void>;
  /** What the person, the phone or the browser says to the app's wish for the camera, from now on. */
  setCamera(isAllowed: boolean): Promise<void>;
  /** Whether the person has accepted the platform's privacy guideline; a browser has none. */
  setPrivacy(isAccepted: boolean): Promise<void>;
  swipe(direction: 'left' | 'right' | 'up' | 'down', over?: string): Promise<void>;
  /** One finger takes hold of the middle of what bears the label and moves by so many pixels. */
  drag(label: string, by: { x?: number; y?: number }): Promise<void>;
  /** Two fingers: apart for a scale over 1, together for one under it. */
  pinch(label: string, scale: number): Promise<void>;
  doubleTap(label: string): Promise<void>;
  longPress(label: string): Promise<void>;
  goBack(within?: Pick<Finding, 'timeoutMs'>): Promise<void>;
  background(): Promise<void>;
  foreground(): Promise<void>;
  /** `slow`, `offline` and `normal`, or figures of one's own; what is under way feels it, too. */
  setNetwork(change: NetworkChange): Promise<void>;
  /** The app is killed and started again; what it stored stays. */
  restart(): Promise<void>;
  /** The texts that the app has in the storage of the device, by name: what it finds there when it is killed now. */
  stored(): Promise<Record<string, string>>;
  /** Path of the page on top, without a leading slash. */
  currentPath(): Promise<string>;
  screenshot(file: string): Promise<void>;
  /** Waits until what the last words set off is told, too: a late rejection, the last measure of a page. */
  settle(): Promise<void>;
  /** The figures of each page so far, requests, and what went wrong. */
  report(): Report;
  memory(): Promise<Memory>;
  /** Everything that a clean run has none of: errors, rejections, warnings, calls that are not implemented. */
  problems(): string[];
  /** Forgets problems that the test provoked on purpose. */
  forgive(pattern: RegExp): void;
  close(): Promise<void>;
}
