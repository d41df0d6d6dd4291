import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Heading, Words } from '@/ui/text';
import { displayPlate } from '../../../bff/identifiers';
import { Counter } from './counter';
import { scenarioWords } from './messages';
import { PlaceFields } from './place-fields';
import type { Report } from './use-report';
import { WhenField } from './when-field';

/** Where, when and who, all of it filled in where it can be; one tap sends. */
export function ConfirmStep({ report }: { report: Report }) {
  const { draft, control, change, wrong } = report;
  return (
    <>
      <View>
        <Heading>看一下，没错就提交</Heading>
        <Words size="sub" tone="ink2">
          提交后马上给您报案号，之后还能补充。
        </Words>
      </View>
      {control.submission.status === 'refused' && <SubmissionNotice control={control} />}
      <Answers report={report} />
      <Card>
        <Stack gap={4}>
          <WhenField
            value={draft.occurredAt}
            error={wrong.occurredAt}
            onChange={(occurredAt) => change({ occurredAt })}
          />
          <PlaceFields report={report} />
        </Stack>
      </Card>
      <Card>
        <Stack gap={4}>
          <Field
            label="联系电话"
            keyboard="number"
            maxLength={20}
            placeholder="11 位手机号"
            hint="查勘员打这个号码找您"
            value={draft.contactPhone}
            error={wrong.contactPhone}
            onChange={(contactPhone) => change({ contactPhone })}
          />
          <Driver report={report} />
        </Stack>
      </Card>
      {draft.injured && (
        <Card>
          <Stack>
            <Counter
              label="我方受伤"
              value={draft.ownInjured}
              onChange={(ownInjured) => change({ ownInjured })}
            />
            <Counter
              label="对方受伤"
              value={draft.otherInjured}
              onChange={(otherInjured) => change({ otherInjured })}
            />
            <Words size="small" tone="ink3">
              数不清可以不填，来电时再说。
            </Words>
          </Stack>
        </Card>
      )}
      <More report={report} />
    </>
  );
}

function Answers({ report: { draft, edit, wrong } }: { report: Report }) {
  return (
    <Card flush>
      <Row
        icon="car"
        title={draft.car ? displayPlate(draft.car.plate) : '还没选车'}
        detail={wrong.plate ?? draft.car?.model ?? undefined}
        value="改"
        onTap={() => edit('car')}
      />
      <Row
        icon="alert"
        title={draft.scenario ? scenarioWords[draft.scenario].name : '还没选'}
        value="改"
        onTap={() => edit('scenario')}
      />
      <Row
        icon="medic"
        title={draft.injured ? '有人受伤' : '没有人受伤'}
        value="改"
        onTap={() => edit('injury')}
      />
    </Card>
  );
}

const drivers = [
  { value: 'me', text: '我本人' },
  { value: 'other', text: '别人' },
] as const;

function Driver({ report: { draft, change, wrong } }: { report: Report }) {
  return (
    <>
      <Stack gap={2}>
        <Words size="sub">当时谁在开车</Words>
        <Choice
          label="当时谁在开车"
          options={drivers}
          value={draft.driverIsMe ? 'me' : 'other'}
          onChange={(who) => change({ driverIsMe: who === 'me' })}
        />
      </Stack>
      {!draft.driverIsMe && (
        <Field
          label="驾驶人姓名"
          maxLength={40}
          value={draft.driverName}
          error={wrong.driverName}
          onChange={(driverName) => change({ driverName })}
        />
      )}
    </>
  );
}

/** Useful and never required: what can wait, waits. */
function More({ report: { draft, change, wrong } }: { report: Report }) {
  const [open, setOpen] = useState(draft.otherPlate !== '' || draft.description !== '');
  if (!open) {
    return (
      <Button kind="text" onTap={() => setOpen(true)}>
        补充对方车牌和经过（可以不填）
      </Button>
    );
  }
  return (
    <Card>
      <Stack gap={4}>
        <Field
          label="对方车牌（可以不填）"
          maxLength={16}
          value={draft.otherPlate}
          error={wrong.otherPlate}
          onChange={(otherPlate) => change({ otherPlate })}
        />
        <Field
          label="经过（可以不填）"
          multiline
          maxLength={500}
          placeholder="例如：等红灯时被后车撞上"
          value={draft.description}
          onChange={(description) => change({ description })}
        />
      </Stack>
    </Card>
  );
}
