import { FrontDeskClient } from '../../../client';
import { siteStorage, tabStorage } from './storage';

/** Where this desk is served; the page lies next to its API. */
export const DESK_URL = new URL('.', document.baseURI).href.replace(/\/$/u, '');
const VISITOR_KEY = 'visitor-key';
const MANAGER_KEY = 'manager-key';

/** The desk as visitors reach it, with their key where desks ask for one. */
export function visitorDesk(): FrontDeskClient {
  return new FrontDeskClient(DESK_URL, siteStorage.getItem(VISITOR_KEY) ?? undefined);
}

export function keepVisitorKey(key: string): void {
  siteStorage.setItem(VISITOR_KEY, key);
}

export function managerKey(): string | undefined {
  return tabStorage.getItem(MANAGER_KEY) ?? undefined;
}

export function keepManagerKey(key: string | undefined): void {
  if (key === undefined) tabStorage.removeItem(MANAGER_KEY);
  else tabStorage.setItem(MANAGER_KEY, key);
}

/** The desk as its manager reaches it. */
export function managerDesk(): FrontDeskClient {
  return new FrontDeskClient(DESK_URL, managerKey());
}
