/** What `client.publish(topic, payload, options)` of MQTT.js takes. */

export type MqttProperties = {
  payloadFormatIndicator?: boolean;
  messageExpiryInterval?: number;
  topicAlias?: number;
  responseTopic?: string;
  correlationData?: Buffer;
  userProperties?: Record<string, string | string[]>;
  contentType?: string;
};

export type MqttMessage = {
  topic: string;
  payload: Buffer;
  options: { qos: 0 | 1 | 2; retain: boolean; properties?: MqttProperties };
};
