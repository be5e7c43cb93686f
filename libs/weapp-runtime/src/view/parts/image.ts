import { Part, fire } from './part';

const FIT: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

let pagePath = '';
export const setPagePath = (path: string): void => {
  pagePath = path;
};

/** Files of the package and of the phone are served by the run; http pictures go out through its host list. */
export function toSource(source: string): string {
  if (source === '' || /^(data|blob|https?):/.test(source)) return source;
  if (source.startsWith('wxfile://')) return `/file/${encodeURIComponent(source)}`;
  if (source.startsWith('/')) return `/package${source}`;
  return new URL(source, `${location.origin}/package/${pagePath}`).href;
}

export class WxImage extends Part {
  static override readonly observedAttributes = ['src', 'mode', 'alt', 'aria-label'];
  private picture!: HTMLImageElement;

  protected override setUp(): void {
    this.picture = document.createElement('img');
    this.picture.draggable = false;
    this.append(this.picture);
    this.picture.addEventListener('load', () => {
      const { naturalWidth: width, naturalHeight: height } = this.picture;
      this.fit(width, height);
      fire(this, 'load', { width, height });
    });
    this.picture.addEventListener('error', () =>
      fire(this, 'error', { errMsg: `Failed to load image ${this.text('src')}` }),
    );
  }

  private fit(width: number, height: number): void {
    const mode = this.text('mode', 'scaleToFill');
    if (mode === 'widthFix' && width > 0) this.style.height = `${(this.clientWidth * height) / width}px`;
    if (mode === 'heightFix' && height > 0) this.style.width = `${(this.clientHeight * width) / height}px`;
  }

  protected override update(): void {
    const source = toSource(this.text('src'));
    this.picture.alt = this.text('alt') || this.getAttribute('aria-label') || '';
    this.picture.style.objectFit = FIT[this.text('mode', 'scaleToFill')] ?? 'cover';
    if (source === '') this.picture.removeAttribute('src');
    else if (this.picture.getAttribute('src') !== source) this.picture.src = source;
  }
}
