import { back } from '../routes';
import { FrameContent } from './FrameContent';
import type { FrameProps } from './frame.types';
import { Icon } from './Icon';
import { Heading, Press } from './primitives';
import { ui } from './shared.zh';
import { TabBar } from './TabBar';
import { useTextSize } from './text-size';
import { usePageFocus } from './use-page-focus';

export const Frame = ({ title, tab, bare, open, fill, action, footer, children }: FrameProps) => (
  <div
    {...usePageFocus()}
    className={`frame text-${useTextSize()} ${tab ? 'frame-tab' : ''} ${fill ? 'frame-fill' : ''}`}
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
    <FrameContent
      open={open}
      main={(content) => <main className="frame-main">{content}</main>}
      bottom={
        <>
          {footer && (
            <footer className="frame-foot">
              <div className="frame-foot-inner">{footer}</div>
            </footer>
          )}
          {tab && <TabBar current={tab} />}
        </>
      }
    >
      {children}
    </FrameContent>
  </div>
);
