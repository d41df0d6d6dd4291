/** The same read as a tutorial would write it: a string as the secret, axios as it comes, the answer parsed and written again. */
import axios from 'axios';
import Fastify from 'fastify';
import jwt from 'jsonwebtoken';
import { policyList, policyQuery } from '../../../bff/features/policies/contract';

const { TARGET = '', SECRET = '' } = process.env;
const app = Fastify({ logger: { level: 'info', file: '/dev/null' } });

app.get('/api/v1/policies', async (request, reply) => {
  try {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const { sub } = jwt.verify(token, SECRET) as { sub: string };
    const query = policyQuery.parse(request.query);
    const service = jwt.sign({ actor: { subject: sub, role: 'member' } }, SECRET, { expiresIn: 60 });
    const { data } = await axios.get<unknown>(`${TARGET}/v1/policies`, {
      params: query,
      headers: { authorization: `Bearer ${service}` },
      timeout: 2000,
    });
    return policyList.parse(data);
  } catch (error) {
    const refused = error instanceof jwt.JsonWebTokenError;
    return reply.status(refused ? 401 : 502).send({ title: refused ? 'refused' : 'away' });
  }
});

void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => console.log(`listening at ${url}`));
