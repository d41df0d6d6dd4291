export default definePageConfig({ navigationBarTitleText: '转赠', enableShareAppMessage: true });
