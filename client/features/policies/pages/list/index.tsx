import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import { system, unaffected } from '../../messages';
import { usePolicies } from '../../use-policies';
import { VehicleCard } from '../../vehicle-card';
import { groupByVehicle } from '../../vehicles';

export default function PolicyListPage() {
  const screen = usePolicies();
  usePullDownRefresh(() => void screen.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title="保单" tab="policies">
      {screen.signedIn ? (
        <Loaded
          read={screen.policies}
          system={system}
          unaffected={unaffected}
          skeleton={<Skeleton cards={2} />}
        >
          {({ items }) =>
            items.length === 0 ? (
              <NoPolicies verified={screen.identityVerified} />
            ) : (
              <>
                {groupByVehicle(items).map((vehicle) => (
                  <VehicleCard key={vehicle.plate} vehicle={vehicle} />
                ))}
                <Report />
              </>
            )
          }
        </Loaded>
      ) : (
        <Empty
          icon="policy"
          title="登录后看您的保单"
          action={{ text: '去登录', onTap: () => void goTo('account/login') }}
          secondary={{ text: '现在就要报案', onTap: () => void goTo('claims/report') }}
        >
          保什么、到哪天、出了事怎么赔，都放在这里。
        </Empty>
      )}
    </Page>
  );
}

function Report() {
  return (
    <Button wide icon="siren" onTap={() => goTo('claims/report')}>
      出险报案
    </Button>
  );
}

/** Found nothing is not the same as being nobody yet. */
function NoPolicies({ verified }: { verified: boolean | undefined }) {
  const report = { text: '现在就要报案', onTap: () => void goTo('claims/report') };
  if (verified === false) {
    return (
      <Empty
        icon="policy"
        title="完善信息，查看保单"
        action={{ text: '填姓名和证件号', onTap: () => void goTo('account/identity') }}
        secondary={report}
      >
        手机号可能换过人，光凭它不能打开保单。核实是您本人后，名下的保单马上显示。
      </Empty>
    );
  }
  return (
    <Empty icon="policy" title="您名下还没有保单" secondary={report}>
      在我们这里投保后，保单会自己出现。别人替您买的，要您是被保险人才看得到。
    </Empty>
  );
}
