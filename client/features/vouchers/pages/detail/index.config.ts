export default definePageConfig({ navigationBarTitleText: '出示给店员', enablePullDownRefresh: true });
