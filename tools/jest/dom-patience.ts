import { configure } from '@testing-library/react';

/**
 * How long a test of a screen waits for what has to appear. A right screen shows it in milliseconds; the library's own second is too short
 * on a machine whose cores draw pages in a browser beside it.
 */
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
