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
import { displayPlate } from '../../../../bff/identifiers';
import { Counter } from './counter';
import { scenarioWords } from '../messages';
import { confirmWords } from './messages';
import { OtherCars } from './other-cars';
import { QUESTION } from './question';
import { PlaceFields } from './place-fields';
import { wrongTime } from './report-body';
import type { Report } from './use-report';
import { WhenField } from './when-field';
import { fieldId } from './wrong-field';

/** Where, when and who, all of it filled in where it can be; one tap sends. */
export function ConfirmStep({ report }: { report: Report }) {
  const { draft, control, change, wrong } = report;
  return (
    <>
      <View>
        <Heading id={QUESTION}>{confirmWords.title}</Heading>
        <Words size="sub" tone="ink2">
          {confirmWords.lead}
        </Words>
      </View>
      {control.submission.status === 'refused' && <SubmissionNotice control={control} />}
      <Answers report={report} />
      <Card>
        <Stack gap={4}>
          <View id={fieldId('occurredAt')}>
            <WhenField
              value={draft.occurredAt}
              error={wrongTime(draft.occurredAt, Date.now()) ?? wrong.occurredAt}
              onChange={(occurredAt) => change({ occurredAt })}
            />
          </View>
          <View id={fieldId('address')}>
            <PlaceFields report={report} />
          </View>
        </Stack>
      </Card>
      <Card>
        <Stack gap={4}>
          <View id={fieldId('contactPhone')}>
            <Field
              label={confirmWords.contactPhone}
              keyboard="number"
              maxLength={20}
              placeholder={confirmWords.contactPhoneExample}
              hint={confirmWords.contactPhoneHint}
              value={draft.contactPhone}
              error={wrong.contactPhone}
              onChange={(contactPhone) => change({ contactPhone })}
            />
          </View>
          <Driver report={report} />
        </Stack>
      </Card>
      {draft.injured && (
        <Card>
          <Stack>
            <Counter
              label={confirmWords.ownInjured}
              value={draft.ownInjured}
              onChange={(ownInjured) => change({ ownInjured })}
            />
            {draft.ownInjured > 0 && (
              <Field
                label={confirmWords.ownHospital}
                placeholder={confirmWords.hospitalExample}
                maxLength={80}
                value={draft.ownHospital}
                onChange={(ownHospital) => change({ ownHospital })}
              />
            )}
            <Counter
              label={confirmWords.otherInjured}
              value={draft.otherInjured}
              onChange={(otherInjured) => change({ otherInjured })}
            />
            {draft.otherInjured > 0 && (
              <Field
                label={confirmWords.otherHospital}
                placeholder={confirmWords.hospitalExample}
                maxLength={80}
                value={draft.otherHospital}
                onChange={(otherHospital) => change({ otherHospital })}
              />
            )}
            <Words size="small" tone="ink3">
              {confirmWords.countLater}
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
        title={draft.car ? displayPlate(draft.car.plate) : confirmWords.noCar}
        detail={wrong.plate ?? draft.car?.model ?? undefined}
        value={confirmWords.change}
        onTap={() => edit('car')}
      />
      <Row
        icon="alert"
        title={draft.scenario ? scenarioWords[draft.scenario].name : confirmWords.noScenario}
        value={confirmWords.change}
        onTap={() => edit('scenario')}
      />
      <Row
        icon="medic"
        title={draft.injured ? confirmWords.injured : confirmWords.notInjured}
        value={confirmWords.change}
        onTap={() => edit('injury')}
      />
    </Card>
  );
}

const drivers = [
  { value: 'me', text: confirmWords.driverMe },
  { value: 'other', text: confirmWords.driverOther },
] as const;

function Driver({ report: { draft, change, wrong } }: { report: Report }) {
  return (
    <>
      <Stack gap={2}>
        <Words size="sub">{confirmWords.whoDrove}</Words>
        <Choice
          label={confirmWords.whoDrove}
          options={drivers}
          value={draft.driverIsMe ? 'me' : 'other'}
          onChange={(who) => change({ driverIsMe: who === 'me' })}
        />
      </Stack>
      {!draft.driverIsMe && (
        <View id={fieldId('driverName')}>
          <Field
            label={confirmWords.driverName}
            maxLength={40}
            value={draft.driverName}
            error={wrong.driverName}
            onChange={(driverName) => change({ driverName })}
          />
        </View>
      )}
    </>
  );
}

/** Useful and never required: what can wait, waits. */
function More({ report }: { report: Report }) {
  const { draft, change } = report;
  const [open, setOpen] = useState(draft.otherCars.length > 0 || draft.description !== '');
  if (!open) {
    return (
      <Button kind="text" onTap={() => setOpen(true)}>
        {confirmWords.more}
      </Button>
    );
  }
  return (
    <>
      {draft.scenario !== 'singleCar' && <OtherCars report={report} />}
      <Card>
        <Field
          label={confirmWords.description}
          multiline
          maxLength={500}
          placeholder={confirmWords.descriptionExample}
          value={draft.description}
          onChange={(description) => change({ description })}
        />
      </Card>
    </>
  );
}
