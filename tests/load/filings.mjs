import autocannon from 'autocannon';

/** Files over HTTP through the gateway with so many connections; counts only 201. */
export async function measureFilings(city, connections, seconds) {
  const options = {
    url: `${city.baseUrl}/api/v1/requests`,
    method: 'POST',
    connections,
    headers: city.headers,
    body: JSON.stringify(city.filing),
  };
  await autocannon({ ...options, duration: 2 });
  const result = await autocannon({ ...options, duration: seconds });
  return {
    connections,
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}
