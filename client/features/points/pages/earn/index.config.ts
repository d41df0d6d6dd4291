export default definePageConfig({ navigationBarTitleText: '怎么赚积分', enablePullDownRefresh: true });
