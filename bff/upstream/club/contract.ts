/**
 * The interface of the club system (客户俱乐部系统): members, gifts, vouchers, points, merchants and redemptions. The
 * embedded club serves it; a real one serves the same or gets an adapter. Every call carries a service token with the
 * signed actor. Names, phones and codes come unmasked to the BFF where the owner may see them; masking is the BFF's.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `POST /members/sign-ins` | system | find or create the member of a phone or a WeChat openid |
 * | `POST /members/phone-bindings` | member | binds a proven phone to a WeChat-only member; may merge two members |
 * | `GET /members/me` · `PATCH /members/me/preferences` | member | the member with roles and stores |
 * | `POST /members/identity` (Idempotency-Key) | member | a verified identity: senior at once; the same ID bound again merges |
 * | `POST /members/merges` (Idempotency-Key) | member | both numbers of one person confirmed: the holder of the ID becomes part of the caller |
 * | `GET /member-merges` · `DELETE /member-merges/{id}` | system | merges nobody was told of yet; this one is told |
 * | `POST /identity-reviews` (Idempotency-Key) · `GET /identity-reviews/latest` | member | 人工核验 opened; the latest one |
 * | `GET /identity-reviews` · `GET /identity-reviews/{id}` · `POST /identity-reviews/{id}/decision` (Idempotency-Key) | operator | list, details, one answer |
 * | `GET /vehicles` · `GET /vehicles/{id}` · `POST /vehicles` (Idempotency-Key) · `DELETE /vehicles/{id}` | member | own vehicles |
 * | `GET /gifts` · `GET /gifts/{id}` · `POST /gifts/{id}/claim` (Idempotency-Key) · `GET /orders` | member | gifts and what came of them |
 * | `GET /services` | member, clerk, merchantOwner, operator | the catalogue |
 * | `GET /vouchers` · `GET /vouchers/{id}` · `POST /vouchers/{id}/presentations` · `POST /vouchers/{id}/ratings` (Idempotency-Key) | member | own vouchers |
 * | `POST /transfers/preview` | member, system | what a link stands for |
 * | `POST /vouchers/{id}/transfers` (Idempotency-Key) · `GET /transfers` · `POST /transfers/acceptance` (Idempotency-Key) · `DELETE /transfers/{id}` | member | 转赠 |
 * | `GET /points` · `GET /points/entries` · `GET /points/months` · `GET /points/rules` · `POST /points/sign-ins` | member | balance, entries, chart, how to earn, the daily sign-in |
 * | `POST /points/awards` | system, operator | an occasion the club cannot see itself |
 * | `GET /referral` · `POST /referral/code` · `GET /referral/friends` | member | 推荐有礼: the own code, what it brought, who came |
 * | `GET /referral/terms` | member, system | what both get today |
 * | `GET /mall/items` · `GET /mall/items/{id}` · `POST /mall/orders` (Idempotency-Key) · `POST /mall/orders/{id}/cancellation` (Idempotency-Key) | member | 积分商城 |
 * | `GET /stores` | member, clerk, merchantOwner, system | partner shops |
 * | `POST /merchant/lookups` · `POST /merchant/redemptions` (Idempotency-Key) · `POST /merchant/redemptions/{id}/reversal` (Idempotency-Key) | clerk, merchantOwner | the counter |
 * | `GET /merchant/redemptions` · `GET /merchant/redemptions/by-request/{key}` · `GET /merchant/summary` | clerk, merchantOwner | today's list; what became of a request |
 * | `POST /merchant/quotes` | clerk, merchantOwner | what a sale would cost the customer |
 * | `GET /merchant/stores` · `PUT /merchant/stores/{id}/opening-hours` · `PUT`/`DELETE /merchant/stores/{id}/special-days/{date}` · `PUT`/`DELETE /merchant/stores/{id}/suspension` | clerk reads, merchantOwner | own stores |
 * | `GET /merchant/clerks` · `POST /merchant/clerks` (Idempotency-Key) · `PATCH`/`DELETE /merchant/clerks/{id}` | clerk (own or managed), merchantOwner | the staff |
 * | `GET /merchant/settlements` · `GET /merchant/settlements/{id}` · `…/statement` | merchantOwner | statements, on screen and as xlsx |
 * | `POST /merchant/settlements/{id}/confirmation` · `/invoice` · `/disputes` (Idempotency-Key) | merchantOwner | agree, bill, object to a line |
 * | `POST /vouchers/{id}/reports` (Idempotency-Key) · `GET /vouchers/{id}/reports` | member | 门店没给用, 不是我用的 |
 * | `GET /merchants` · `PUT`/`DELETE /stores/{id}/suspension` | operator | the network |
 * | `POST /settlement-runs` (Idempotency-Key) · `GET /settlement-runs` · `GET /settlement-runs/{id}` | operator | closing now |
 * | `GET /settlements` · `POST /settlements/{id}/payment` · `GET /disputes` · `POST /disputes/{id}/answer` · `POST /adjustments` (Idempotency-Key) | operator | statements of all merchants |
 * | `GET /alarms` · `PUT /alarms/{id}/seen` · `GET /tickets` · `POST /tickets/{id}/closing` (Idempotency-Key) | operator | what needs somebody |
 */
export * from './contract/services';
export * from './contract/stores';
export * from './contract/vouchers';
export * from './contract/gifts';
export * from './contract/points';
export * from './contract/mall';
export * from './contract/transfers';
export * from './contract/counter';
export * from './contract/people';
export * from './contract/reviews';
export * from './contract/vehicles';
export * from './contract/settlements';
export * from './contract/merchant-stores';
export * from './contract/staff';
export * from './contract/reports';
export * from './contract/referral';
