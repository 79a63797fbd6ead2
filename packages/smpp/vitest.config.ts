import { defineProject, mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.js';

// The tests share nothing that they change, and a process for each of their files costs more than they do.
const test = { name: '@smswire/smpp', environment: 'node', isolate: false } as const;

export default mergeConfig(shared, defineProject({ test }));
