export default definePageConfig({
  navigationBarTitleText: '推荐有礼',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
