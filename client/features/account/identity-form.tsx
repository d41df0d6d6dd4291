import { goTo } from '@/platform/routes';
import { Agreement } from '@/ui/agreement';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import type { Holder, useIdentity } from './use-identity';

const holders: readonly { value: Holder; text: string }[] = [
  { value: 'person', text: '个人' },
  { value: 'company', text: '单位' },
];

/** Name and number of a person or a company, checked on the phone while the paper is still in hand. */
export function IdentityForm({ identity }: { identity: ReturnType<typeof useIdentity> }) {
  const { holder, name, number, agreed, wrong, control } = identity;
  const person = holder === 'person';
  return (
    <>
      <Card>
        <Stack gap={4}>
          <Choice label="保单是谁的" options={holders} value={holder} onChange={identity.chooseHolder} />
          <Field
            label={person ? '姓名' : '单位名称'}
            hint={person ? '和证件上的一样' : '和营业执照上的一样'}
            maxLength={person ? 40 : 80}
            value={name}
            error={wrong.name}
            onChange={identity.setName}
          />
          <Field
            label={person ? '身份证号' : '统一社会信用代码'}
            keyboard={person ? 'idcard' : 'text'}
            hint={person ? '18 位，末位可能是 X' : '18 位，在营业执照上'}
            maxLength={32}
            value={number}
            error={wrong.number}
            onChange={identity.setNumber}
            onBlur={identity.checkNumber}
          />
        </Stack>
      </Card>
      {wrong.agreement && <Notice tone="due">{wrong.agreement}</Notice>}
      <Agreement
        checked={agreed}
        onChange={identity.setAgreed}
        label="我单独同意用姓名和证件号核验身份，找到名下的保单"
      >
        我单独同意用姓名和证件号核验身份，找到名下的保单。随时可在隐私中心收回。
      </Agreement>
      <SubmissionNotice control={control} />
      <Button
        wide
        busy={control.submission.status === 'sending'}
        busyText="正在核验…"
        disabled={control.submission.status === 'unknown'}
        onTap={identity.submit}
      >
        核验并绑定
      </Button>
      <Button kind="text" onTap={() => goTo('account/document', { name: 'privacy' })}>
        看隐私政策
      </Button>
    </>
  );
}
