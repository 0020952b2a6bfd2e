-- Read once by the PostgreSQL image, when its volume is new: one database per service.
CREATE DATABASE nqi_identity;
CREATE DATABASE nqi_intake;
CREATE DATABASE nqi_routing;
CREATE DATABASE nqi_metrology;
CREATE DATABASE nqi_standards;
CREATE DATABASE nqi_testing;
CREATE DATABASE nqi_certification;
CREATE DATABASE nqi_insight;
CREATE DATABASE nqi_notification;
