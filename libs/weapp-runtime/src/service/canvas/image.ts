import { ApiFailure, invoke } from '../bridge';
import { guarded, report } from '../errors';
import { make, flush, refOf } from './recorder';

/** canvas.createImage(): a picture of the package, of the phone, of a declared host or of a data URL. */
export class Image {
  width = 0;
  height = 0;
  onload: (() => void) | null = null;
  onerror: ((failure: { errMsg: string }) => void) | null = null;
  private source = '';

  constructor() {
    Object.defineProperty(this, 'source', { enumerable: false, writable: true });
    make(this, 'image');
  }

  get src(): string {
    return this.source;
  }

  set src(source: string) {
    this.source = String(source);
    void this.load(this.source).catch(report);
  }

  private async load(source: string): Promise<void> {
    try {
      flush();
      const { width, height } = await invoke('canvas.load', { ref: refOf(this), source });
      if (this.source !== source) return;
      [this.width, this.height] = [Number(width), Number(height)];
      guarded(() => this.onload?.());
    } catch (failure) {
      const reason = failure instanceof ApiFailure ? failure.reason : String(failure);
      if (this.source === source) guarded(() => this.onerror?.({ errMsg: `image:fail ${reason}` }));
    }
  }
}
