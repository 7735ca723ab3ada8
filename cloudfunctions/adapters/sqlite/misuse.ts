export { misused, plainField } from '../../ports/document-question';
