import { FileView, SessionView } from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { jpegPhoto } from '@wuhao/storage/testing';
import type { ApiRequest } from './api-client';
import { MINI, newPhone, PASSWORD, uploadForm, type Household } from './household';

/** A request that its route answers with success. Made anew for each sending: some can be sent only once. */
type GoodRequest = (home: Household) => Promise<ApiRequest> | ApiRequest;

const byStudent: GoodRequest = ({ student }) => ({ token: student.token });
const anybody: GoodRequest = () => ({});

async function newSession({ api, student }: Household) {
  const body = { phone: student.phone, password: PASSWORD };
  const answer = await api.send('POST /auth/login', { body, headers: MINI });
  return SessionView.parse(answer.body);
}

/** The signed URL of a picture as a request. */
export function pictureRequest({ url }: Pick<FileView, 'url'>): ApiRequest {
  const { pathname, searchParams } = new URL(url, 'http://api');
  return { params: { reference: pathname.split('/').pop()! }, query: Object.fromEntries(searchParams) };
}

async function homeworkRequest(home: Household): Promise<ApiRequest> {
  const { id } = await home.newHomework();
  return { token: home.student.token, params: { id } };
}

const mistakeRequest = async (home: Household) => ({
  token: home.student.token,
  params: { id: await home.newMistake() },
});

/** By route; a route that is missing here fails the test. */
export const GOOD_REQUESTS: Record<string, GoodRequest> = {
  'GET /openapi.json': anybody,
  'POST /auth/register': () => ({
    body: { phone: newPhone(), password: PASSWORD, role: 'student', schoolYear: 3 },
    headers: MINI,
  }),
  'POST /auth/login': ({ student }) => ({
    body: { phone: student.phone, password: PASSWORD },
    headers: MINI,
  }),
  'POST /auth/refresh': async (home) => ({
    body: { refreshToken: (await newSession(home)).refreshToken },
    headers: MINI,
  }),
  'POST /auth/logout': async (home) => ({ token: (await newSession(home)).accessToken }),
  'GET /auth/me': byStudent,
  'GET /user/profile': byStudent,
  'PUT /user/profile': ({ student }) => ({ token: student.token, body: { nickname: '小五' } }),
  'GET /user/children': ({ guardian }) => ({ token: guardian.token }),
  'POST /files/upload': async ({ student }) => {
    const picture = await jpegPhoto({ width: 60, height: 40 });
    return { token: student.token, key: uuidv7(), form: () => uploadForm(picture) };
  },
  'GET /files/uploads/{key}': async (home) => {
    const key = uuidv7();
    await home.newFile(key);
    return { token: home.student.token, params: { key } };
  },
  'GET /files/{reference}': async (home) => pictureRequest(await home.newFile()),
  'POST /homework': async (home) => ({
    token: home.student.token,
    key: uuidv7(),
    body: { subject: 'math', fileIds: [(await home.newFile()).id] },
  }),
  'GET /homework': async (home) => ({ ...(await homeworkRequest(home)), params: {} }),
  'GET /homework/{id}': homeworkRequest,
  'DELETE /homework/{id}': homeworkRequest,
  'GET /homework/{id}/events': homeworkRequest,
  'PATCH /homework/{id}/items/{itemId}': async (home) => ({
    token: home.student.token,
    key: uuidv7(),
    params: await home.newHomework(),
    body: { action: 'appeal' },
  }),
  'POST /homework/{id}/items/{itemId}/redo': async (home) => ({
    token: home.student.token,
    key: uuidv7(),
    params: await home.newHomework(),
    body: { answer: '14' },
  }),
  'GET /mistakes': async (home) => ({ ...(await mistakeRequest(home)), params: {} }),
  'POST /mistakes': ({ student }) => ({
    token: student.token,
    key: uuidv7(),
    body: { subject: 'math', question: '7 × 8 =', knowledgePoints: ['口诀'] },
  }),
  'GET /mistakes/today-review': async (home) => ({ ...(await mistakeRequest(home)), params: {} }),
  'GET /mistakes/statistics': async (home) => ({ ...(await mistakeRequest(home)), params: {} }),
  'GET /mistakes/{id}': mistakeRequest,
  'DELETE /mistakes/{id}': mistakeRequest,
  'POST /mistakes/{id}/review': async (home) => {
    const key = uuidv7();
    const body = { id: key, rating: 'good', reviewedAt: new Date().toISOString() };
    return { ...(await mistakeRequest(home)), key, body };
  },
  'GET /analytics/home': byStudent,
  'GET /health': anybody,
  'GET /health/live': anybody,
  'GET /health/ready': anybody,
};

/** The same request with another body, for the routes that take a key. */
export const OTHER_BODIES: Record<string, (request: ApiRequest) => Promise<ApiRequest> | ApiRequest> = {
  'POST /files/upload': async () => {
    const picture = await jpegPhoto({ width: 62, height: 40 });
    return { form: () => uploadForm(picture) };
  },
  'POST /homework': ({ body }) => ({ body: { ...(body as object), title: 'another' } }),
  'PATCH /homework/{id}/items/{itemId}': () => ({ body: { action: 'confirm' } }),
  'POST /homework/{id}/items/{itemId}/redo': () => ({ body: { answer: '15' } }),
  'POST /mistakes': ({ body }) => ({ body: { ...(body as object), question: '8 × 8 =' } }),
  'POST /mistakes/{id}/review': ({ body }) => ({ body: { ...(body as object), rating: 'again' } }),
};
