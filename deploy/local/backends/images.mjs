// @ts-check

/** The images of docker-compose.yml; a test keeps the two and deploy/kafka/pom.xml equal. */
export const IMAGES = {
  postgres: 'postgres:18-alpine',
  kafka: 'apache/kafka:4.3.1',
  redis: 'redis:7-alpine',
};
