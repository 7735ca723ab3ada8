export default definePageConfig({ navigationBarTitleText: '乘车指南' });
