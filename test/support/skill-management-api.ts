import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ResponseEnvelope } from 'ask-sdk-model';
import express from 'express';
import { parseLanguageModel } from '../../src/alexa/simulator/language-model';
import type { Arbitration } from '../../src/alexa/simulator/resolve-utterance';
import { SimulatedDevice } from '../../src/alexa/simulator/simulated-device';

const PACKAGE = join(__dirname, '..', '..', 'skill-package');

export interface SkillManagementApi {
  readonly url: string;
  /** Method and path of every call. */
  readonly calls: readonly string[];
  /** Skill packages (zip files) that were uploaded. */
  readonly packages: readonly Buffer[];
  close(): Promise<void>;
}

/**
 * The far side of ask-cli's wire: as much of Amazon's Skill Management API and Login with Amazon as `ask dialog`,
 * `ask smapi simulate-skill` and `ask deploy` use. Simulations are run
 * against the real server; a forced new session brings a new visitor, so that conversations do not disturb each other.
 */
export async function startSkillManagementApi(skillUrl: string, arbitration: Arbitration = 'intents'): Promise<SkillManagementApi> {
  const calls: string[] = [];
  const packages: Buffer[] = [];
  const simulations = new Map<string, object>();
  const devices = new Map<string, SimulatedDevice>();
  const api = express();
  api.put('/upload', express.raw({ type: () => true, limit: '5mb' }), (request, response) => {
    packages.push(request.body as Buffer);
    response.end();
  });
  api.use(express.json(), express.urlencoded({ extended: false }));
  api.use((request, _response, next) => {
    calls.push(`${request.method} ${request.path}`);
    next();
  });
  api.post('/auth/o2/token', (_request, response) => {
    response.json({ access_token: 'access', refresh_token: 'refresh', token_type: 'bearer', expires_in: 3600 });
  });
  api.get('/v1/skills/:id/stages/:stage/manifest', (_request, response) => {
    response.json(JSON.parse(readFileSync(join(PACKAGE, 'skill.json'), 'utf8')));
  });
  api.get('/v1/skills/:id/stages/:stage/enablement', (_request, response) => {
    response.status(204).end();
  });
  api.post('/v2/skills/:id/stages/:stage/simulations', async (request, response) => {
    const { input, device, session } = request.body as {
      input: { content: string };
      device: { locale: string };
      session?: { mode: string };
    };
    const skillId = request.params.id;
    const isForced = session?.mode === 'FORCE_NEW_SESSION';
    const known = (isForced ? undefined : devices.get(skillId)) ?? createDevice(skillUrl, skillId, device.locale, arbitration);
    devices.set(skillId, known);
    const exchange = await known.say(input.content);
    const id = randomUUID();
    simulations.set(id, {
      id,
      status: 'SUCCESSFUL',
      result: {
        skillExecutionInfo: {
          invocations: [
            { invocationRequest: { endpoint: skillUrl, body: exchange.request }, invocationResponse: { body: exchange.response } },
          ],
        },
        alexaExecutionInfo: { alexaResponses: [{ type: 'Speech', content: { caption: exchange.speech } }] },
      },
    });
    response.json({ id, status: 'IN_PROGRESS', result: null });
  });
  api.get('/v2/skills/:id/stages/:stage/simulations/:simulation', (request, response) => {
    response.json(simulations.get(request.params.simulation) ?? {});
  });
  api.post('/v1/skills/uploads', (request, response) => {
    response.status(201).json({ uploadUrl: `http://${request.get('Host') ?? ''}/upload`, expiresAt: '2099-01-01T00:00:00Z' });
  });
  api.post('/v1/skills/imports', (_request, response) => {
    response.status(202).location('/v1/skills/imports/1').end();
  });
  api.get('/v1/skills/imports/:id', (_request, response) => {
    response.json({ status: 'SUCCEEDED', skill: { skillId: 'amzn1.ask.skill.deployed', resources: [] } });
  });
  api.put('/v1/skills/:id/stages/:stage/enablement', (_request, response) => {
    response.status(204).end();
  });
  const server = createServer(api);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, packages, close: () => close(server) };
}

function createDevice(skillUrl: string, skillId: string, locale: string, arbitration: Arbitration): SimulatedDevice {
  const model = parseLanguageModel(JSON.parse(readFileSync(join(PACKAGE, 'interactionModels', 'custom', `${locale}.json`), 'utf8')));
  const endpoint = async (envelope: object): Promise<ResponseEnvelope> => {
    const response = await fetch(skillUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(envelope),
    });
    return (await response.json()) as ResponseEnvelope;
  };
  return new SimulatedDevice(model, endpoint, { skillId, locale, userId: `amzn1.ask.account.${randomUUID()}`, arbitration });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
