import { configOf } from '../pages';

export default definePageConfig(configOf('pass'));
