import { act, fireEvent, render, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { Agreement } from '@/ui/agreement';
import { Button } from '@/ui/button';
import { Clock } from '@/ui/clock';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Money } from '@/ui/figure';
import { Page } from '@/ui/page';
import { Pressable } from '@/ui/pressable';
import { Sheet } from '@/ui/sheet';
import { Term } from '@/ui/term';
import { announce, showToast } from '@/ui/toast';
import { Toggle } from '@/ui/toggle';
import { phone } from '../support/phone';

const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000 - 500).toISOString();

describe('a button', () => {
  it('does one thing for a double tap and changes its words while it works', async () => {
    let finish: () => void = () => undefined;
    const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    render(
      <Button busyText="正在领取…" onTap={work}>
        领取礼包
      </Button>,
    );
    const button = screen.getByRole('button');
    fireEvent.click(button);
    fireEvent.click(button);
    expect(work).toHaveBeenCalledTimes(1);
    expect(button.textContent).toBe('正在领取…');
    await act(async () => finish());
    expect(button.textContent).toBe('领取礼包');
    fireEvent.click(button);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('can be pressed from a keyboard, and not at all when disabled', () => {
    const tap = jest.fn();
    const { rerender } = render(<Button onTap={tap}>确认</Button>);
    const button = screen.getByRole('button');
    expect(button.tabIndex).toBe(0);
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(tap).toHaveBeenCalledTimes(1);
    rerender(
      <Button disabled onTap={tap}>
        确认
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(tap).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a clock', () => {
  it('says what remains in words', () => {
    render(<Clock startedAt={minutesFromNow(-4)} dueAt={minutesFromNow(6)} />);
    expect(screen.getByLabelText('还剩 6 分钟')).toBeTruthy();
  });

  it('says by how much a promise was broken', () => {
    render(<Clock startedAt={minutesFromNow(-10)} dueAt={minutesFromNow(-1)} shape="ring" />);
    expect(screen.getByRole('img', { name: '晚了 2 分钟' })).toBeTruthy();
  });
});

describe('what a person fills in', () => {
  it('says what to change instead of the hint', () => {
    const change = jest.fn();
    const { rerender } = render(<Field label="手机号" value="" onChange={change} hint="只用来登录" />);
    expect(screen.getByText('只用来登录')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('手机号'), { target: { value: '138' } });
    expect(change).toHaveBeenCalledWith('138');
    rerender(<Field label="手机号" value="138" onChange={change} hint="只用来登录" error="还差 8 位" />);
    expect(screen.getByRole('alert').textContent).toBe('还差 8 位');
    expect(screen.queryByText('只用来登录')).toBeNull();
  });

  it('starts a consent unticked and tells its state', () => {
    const change = jest.fn();
    render(
      <Agreement checked={false} onChange={change} label="同意用户协议">
        我看过并同意
      </Agreement>,
    );
    const box = screen.getByRole('checkbox', { name: '同意用户协议' });
    expect(box.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(box);
    expect(change).toHaveBeenCalledWith(true);
  });

  it('ticks a consent by its words too, but not by a link among them', () => {
    const change = jest.fn();
    const read = jest.fn();
    render(
      <Agreement checked onChange={change} label="同意用户协议">
        我看过并同意
        <Pressable role="link" onTap={read}>
          用户协议
        </Pressable>
      </Agreement>,
    );
    fireEvent.click(screen.getByRole('link'));
    expect(read).toHaveBeenCalledTimes(1);
    expect(change).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('我看过并同意'));
    expect(change).toHaveBeenCalledWith(false);
  });

  it('switches at once', () => {
    const change = jest.fn();
    render(<Toggle on onChange={change} label="大字版" />);
    fireEvent.click(screen.getByRole('switch', { name: '大字版' }));
    expect(change).toHaveBeenCalledWith(false);
  });
});

describe('what is read aloud', () => {
  it('is gone once it was heard', () => {
    jest.useFakeTimers();
    try {
      render(<Page title="首页">页面</Page>);
      act(() => announce('正在提交…'));
      expect(screen.getByText('正在提交…')).toBeTruthy();
      act(() => jest.runOnlyPendingTimers());
      expect(screen.queryByText('正在提交…')).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a word of the trade', () => {
  it('opens its plain sentence and closes again', () => {
    render(<Term word="免赔额" />);
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByText('免赔额'));
    expect(screen.getByRole('dialog', { name: '免赔额' }).textContent).toContain('由您自己出');
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('an error', () => {
  it('apologises with the number to quote when it is our fault', () => {
    render(<ErrorState failure={{ kind: 'ours', requestId: 'r-9' }} onRetry={() => undefined} />);
    expect(screen.getByText(/对不起/)).toBeTruthy();
    expect(screen.getByText(/r-9/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /打客服电话/ }));
    expect(phone.calls).toEqual(['4000000000']);
  });

  it('offers the way to log in when the session is gone, and no retry', () => {
    render(<ErrorState failure={{ kind: 'sessionGone' }} onRetry={() => undefined} />);
    fireEvent.click(screen.getByText('去登录'));
    expect(phone.navigation[0]?.url).toContain('account/pages/login');
    expect(screen.queryByText('再试一次')).toBeNull();
  });

  it('tells when to come back while a system is away', () => {
    render(<ErrorState failure={{ kind: 'away', retryAfterSeconds: 120 }} />);
    expect(screen.getByText(/2 分钟/)).toBeTruthy();
  });
});

describe('a page', () => {
  it('carries the theme and one call button in elder mode', () => {
    usePreferences.setState({ theme: 'dark', elder: true, textScale: 1.5 });
    const { container } = render(<Page title="保单">内容</Page>);
    const page = container.firstElementChild as HTMLElement;
    expect(page.className).toContain('theme-dark theme-elder');
    expect(page.style.getPropertyValue('--text-scale')).toBe('1.5');
    fireEvent.click(screen.getByText(/打客服/));
    expect(phone.calls).toEqual(['4000000000']);
  });

  it('names the current tab and switches to another', () => {
    render(<Page title="首页" tab="home" />);
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('首页');
    fireEvent.click(screen.getByRole('tab', { name: '车生活' }));
    expect(phone.navigation).toEqual([{ how: 'switchTab', url: '/features/life/pages/life/index' }]);
  });

  it('offers undo for what was done without asking', () => {
    const undo = jest.fn();
    render(<Page title="商户" />);
    act(() => showToast({ text: '已撤销', action: { label: '恢复', onTap: undo } }));
    fireEvent.click(screen.getByText('恢复'));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('已撤销')).toBeNull();
  });
});

it('reads an amount as one', () => {
  render(<Money amountFen={123450} />);
  expect(screen.getByText('¥1,234.50')).toBeTruthy();
});

it('closes a sheet by its scrim', () => {
  const close = jest.fn();
  const { container } = render(
    <Sheet open title="确认" onClose={close}>
      内容
    </Sheet>,
  );
  fireEvent.click(container.querySelector('.scrim') as Element);
  expect(close).toHaveBeenCalledTimes(1);
});
