import { createContext } from 'react';
import type { LiveConnection } from '../../live/live-connection.js';

/** The one socket of the organizers' pages. */
export const LiveContext = createContext<LiveConnection | null>(null);
