export default definePageConfig({ navigationBarTitleText: '同乘' });
