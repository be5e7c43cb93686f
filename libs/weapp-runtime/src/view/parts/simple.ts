import { Part, fire } from './part';

export class WxProgress extends Part {
  static override readonly observedAttributes = ['percent', 'activeColor', 'active-color'];

  protected override setUp(): void {
    const track = document.createElement('i');
    track.append(document.createElement('b'));
    this.append(track);
    this.setAttribute('role', 'progressbar');
  }

  protected override update(): void {
    const percent = this.number('percent', 0);
    this.setAttribute('aria-valuenow', String(percent));
    const bar = this.querySelector('b');
    if (!bar) return;
    bar.style.width = `${percent}%`;
    bar.style.background = this.text('active-color', this.text('activeColor', '#09bb07'));
  }
}

/** The page is refused: a web view would be another app in this one. */
export class WxWebView extends Part {
  protected override setUp(): void {
    const message = `web-view is refused by this runtime: ${this.text('src')}`;
    window.dispatchEvent(new ErrorEvent('error', { message }));
    fire(this, 'error', { src: this.text('src'), errMsg: 'web-view is refused by this runtime' });
  }
}
