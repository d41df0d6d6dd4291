import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import { policyListWords, system, unaffected } from '../../messages';
import { usePolicies } from '../../use-policies';
import { VehicleCard } from '../../vehicle-card';
import { groupByVehicle } from '../../vehicles';

export default function PolicyListPage() {
  const screen = usePolicies();
  // Whoever had an accident need not wait until the list can be read.
  const cannotShow = screen.policies.data === undefined && screen.policies.failure !== undefined;
  usePullDownRefresh(() => void screen.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title={policyListWords.title} tab="policies">
      {screen.signedIn ? (
        <>
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
                  <AddOne />
                </>
              )
            }
          </Loaded>
          {cannotShow && <Report />}
        </>
      ) : (
        <Empty
          icon="policy"
          title={policyListWords.loginTitle}
          action={{ text: policyListWords.login, onTap: () => void goTo('account/login') }}
          secondary={{ text: policyListWords.reportNow, onTap: () => void goTo('claims/report') }}
        >
          {policyListWords.loginHint}
        </Empty>
      )}
    </Page>
  );
}

function Report() {
  return (
    <Button wide icon="siren" onTap={() => goTo('claims/report')}>
      {policyListWords.report}
    </Button>
  );
}

function AddOne() {
  return (
    <Button kind="text" icon="plus" onTap={() => goTo('policies/add')}>
      {policyListWords.add}
    </Button>
  );
}

/** Found nothing is not the same as being nobody yet. */
function NoPolicies({ verified }: { verified: boolean | undefined }) {
  const report = { text: policyListWords.reportNow, onTap: () => void goTo('claims/report') };
  if (verified === false) {
    return (
      <Empty
        icon="policy"
        title={policyListWords.identityTitle}
        action={{ text: policyListWords.identity, onTap: () => void goTo('account/identity') }}
        secondary={report}
      >
        {policyListWords.identityHint}
      </Empty>
    );
  }
  return (
    <Empty
      icon="policy"
      title={policyListWords.none}
      action={{ text: policyListWords.add, onTap: () => void goTo('policies/add') }}
      secondary={report}
    >
      {policyListWords.noneHint}
    </Empty>
  );
}
