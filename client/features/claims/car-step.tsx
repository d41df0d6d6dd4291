import { View } from '@tarojs/components';
import { useState } from 'react';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Row } from '@/ui/row';
import { Skeleton } from '@/ui/skeleton';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { displayPlate, isPlate, normalisePlate } from '../../../bff/identifiers';
import { reportWords } from './messages';
import type { Report } from './use-report';

/** One tap on a car, or any plate typed: a report is taken for every car. */
export function CarStep({ report }: { report: Report }) {
  const { answer, cars, carsAreLoading, signedIn } = report;
  if (carsAreLoading) return <Skeleton cards={2} lines={1} />;
  const known = cars ?? [];
  return (
    <>
      <View>
        <Heading>{known.length > 0 ? '哪一辆车？' : '出险的车牌号是？'}</Heading>
        {known.length > 0 && (
          <Words size="sub" tone="ink2">
            点一下就进入下一步，之后能改。
          </Words>
        )}
      </View>
      {known.length > 0 && (
        <Card flush>
          {known.map((car) => (
            <Row
              key={car.plate}
              icon="car"
              tile="brand"
              title={displayPlate(car.plate)}
              detail={car.model ?? undefined}
              onTap={() => answer({ car })}
            />
          ))}
        </Card>
      )}
      <AnyPlate report={report} alone={known.length === 0} />
      {!signedIn && (
        <Button kind="text" onTap={() => goTo('account/login')}>
          登录后直接选您的车
        </Button>
      )}
    </>
  );
}

/** A borrowed car, a new one, one insured elsewhere: its plate is enough. */
function AnyPlate({ report: { answer, draft }, alone }: { report: Report; alone: boolean }) {
  const [open, setOpen] = useState(alone);
  const [plate, setPlate] = useState(draft.car?.plate ?? '');
  const [asked, setAsked] = useState(false);
  const use = () => {
    setAsked(true);
    if (isPlate(plate)) answer({ car: { plate: normalisePlate(plate), model: null } });
  };
  if (!open) {
    return (
      <Button kind="text" onTap={() => setOpen(true)}>
        不是这些车，填车牌号
      </Button>
    );
  }
  return (
    <Card>
      <Stack>
        <Field
          label="车牌号"
          placeholder="例如 鲁A12345"
          maxLength={16}
          value={plate}
          error={asked && !isPlate(plate) ? reportWords.plateWrong : undefined}
          hint="没有在我们这里投保也能报，会有人核对。"
          onChange={setPlate}
        />
        <Button wide kind={alone ? 'primary' : 'ghost'} onTap={use}>
          用这个车牌
        </Button>
      </Stack>
    </Card>
  );
}
