import { fireEvent, screen, waitFor } from '@testing-library/react';
import StoresPage from '@/features/stores/pages/stores';
import { phone } from '../../support/phone';
import { renderPage } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { list } from '../benefit-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /stores';
const shop = {
  id: 'sto_1',
  name: '洁驰洗车·洪楼店',
  address: '花园路 101 号',
  phone: '0531-0000000',
  openingHours: '每天 8:00–21:00',
  latitude: 36.6,
  longitude: 117,
  merchantName: '洁驰洗车',
  services: ['carWash'],
  distanceMetres: null,
  openNow: true,
  today: null,
};

type Locate = (found: PositionCallback, failed: PositionErrorCallback) => void;
function theBrowserLocates(getCurrentPosition: Locate): void {
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
}

describe('shops', () => {
  it('are there for a visitor too, and can be called', async () => {
    server().once(ROUTE, { body: list([shop]) });
    renderPage(<StoresPage />);
    fireEvent.click(await screen.findByLabelText('打电话给洁驰洗车·洪楼店'));
    expect(phone.calls).toEqual(['05310000000']);
  });

  it('stay in their order when the person keeps the position to themselves', async () => {
    theBrowserLocates((_found, failed) =>
      failed({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError),
    );
    server().once(ROUTE, { body: list([shop]) });
    renderPage(<StoresPage />);
    fireEvent.click(await screen.findByText('按距离排'));
    fireEvent.click(await screen.findByText('同意，用我的位置'));
    expect(await screen.findByText(/没有位置权限，先按名字排/)).toBeTruthy();
    expect(await screen.findByText('洁驰洗车·洪楼店')).toBeTruthy();
  });

  it('ask the browser for nothing before the person has agreed', async () => {
    const asked = jest.fn();
    theBrowserLocates(asked);
    server().once(ROUTE, { body: list([shop]) });
    renderPage(<StoresPage />);
    fireEvent.click(await screen.findByText('按距离排'));
    expect(await screen.findByText(/只在您点的这一刻读一次/)).toBeTruthy();
    fireEvent.click(screen.getByText('先不同意'));
    expect(await screen.findByText(/没关系，先按名字排/)).toBeTruthy();
    expect(screen.getByText('按距离排')).toBeTruthy();
    expect(asked).not.toHaveBeenCalled();
  });

  it('come by distance once the person has asked, and only then', async () => {
    theBrowserLocates((found) =>
      found({ coords: { latitude: 36.65, longitude: 117.02 } } as GeolocationPosition),
    );
    server()
      .once(ROUTE, { body: list([shop]) })
      .once(ROUTE, { body: list([{ ...shop, distanceMetres: 1200 }]) });
    renderPage(<StoresPage />);
    fireEvent.click(await screen.findByText('按距离排'));
    fireEvent.click(await screen.findByText('同意，用我的位置'));
    expect(await screen.findByText(/1\.2 公里/)).toBeTruthy();
    const [first, second] = server().requestsTo(ROUTE);
    expect(first?.query.has('latitude')).toBe(false);
    expect(second?.query.get('latitude')).toBe('36.65');
  });

  it('are filtered by what was asked for, with a way out of an empty answer', async () => {
    server()
      .once(ROUTE, { body: list([]) })
      .once(ROUTE, { body: list([shop]) });
    renderPage(<StoresPage />, { service: 'airport' });
    fireEvent.click(await screen.findByText('看全部门店'));
    expect(await screen.findByText('洁驰洗车·洪楼店')).toBeTruthy();
    await waitFor(() => expect(server().requestsTo(ROUTE)[0]?.query.get('service')).toBe('airport'));
  });
});
