import { back } from '../routes';
import { Contained } from './Contained';
import type { FrameProps } from './frame.types';
import { Icon } from './Icon';
import { Heading, Press } from './primitives';
import { ui } from './shared.zh';
import { SignedIn } from './SignedIn';
import { TabBar } from './TabBar';
import { useTextSize } from './text-size';
import { ToastLine } from './ToastLine';
import { usePageFocus } from './use-page-focus';

export const Frame = ({ title, tab, bare, open, fill, action, footer, children }: FrameProps) => (
  <div
    {...usePageFocus()}
    className={`frame text-${useTextSize()} ${tab ? 'frame-tab' : ''} ${fill ? 'frame-fill' : ''} ${footer ? 'frame-footed' : ''}`}
  >
    {!bare && (
      <header className="frame-head">
        {!tab && (
          <Press className="frame-back" label={ui.back} onPress={back}>
            <Icon name="back" />
          </Press>
        )}
        <Heading level={1} className="frame-title">
          {title}
        </Heading>
        {action}
      </header>
    )}
    <main className="frame-main">
      <Contained>{open ? children : <SignedIn>{children}</SignedIn>}</Contained>
    </main>
    {footer && (
      <footer className="frame-foot">
        <div className="frame-foot-inner">{footer}</div>
      </footer>
    )}
    {tab && <TabBar current={tab} />}
    <ToastLine />
  </div>
);
