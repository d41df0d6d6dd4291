import type { Failure } from '@/api/failures';
import { formatDuration } from './format/time';

export interface FailureWords {
  title: string;
  /** What is safe and what to do next. */
  detail: string;
}

/** For who has not logged in yet: nothing went wrong, there is only nothing to show. */
export const visitorWords: FailureWords = {
  title: '登录后看这里',
  detail: '这里的内容只有您自己能看。用手机号登录就好。',
};

/** What a person is told, by what really happened. A feature's `messages.ts` may know better words for a code; these are the ones for all. */
export function wordsOf(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'refused':
      return { title: failure.status === 404 ? '没有找到' : '这一步没有完成', detail: failure.detail };
    case 'sessionGone':
      return { title: '需要重新登录', detail: '您填好的内容还在，登录后接着来。' };
    case 'away':
      return {
        title: '暂时连不上后台系统',
        detail: `${failure.detail ?? '您的保障和权益不受影响。'}${tryIn(failure.retryAfterSeconds)}`,
      };
    case 'uncertain':
      return { title: '还不确定有没有办成', detail: '回应在路上丢了。点“查询进度”会查清楚，不会重复办理。' };
    case 'offline':
      return { title: '没有连上网络', detail: '没有发送出去，什么都没有改变。连上网络后再试。' };
    case 'contract':
      return { title: '内容显示不了', detail: '可能是版本旧了。请退出后重新打开；还不行就打客服。' };
    case 'ours':
      return {
        title: '是我们出错了，对不起',
        detail: failure.requestId
          ? `您可以再试一次。打客服时请报编号 ${failure.requestId}。`
          : '您可以再试一次，或打客服。',
      };
  }
}

const tryIn = (seconds: number | undefined): string =>
  seconds ? `请过 ${formatDuration(seconds * 1000)}再试。` : '请稍后再试。';
