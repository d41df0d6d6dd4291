export default definePageConfig({ navigationBarTitleText: '收到一张券', enablePullDownRefresh: true });
