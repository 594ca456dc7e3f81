import type {
  EmailChannel,
  PagerdutyChannel,
  Receiver,
  SlackChannel,
  WebhookChannel,
} from '../../catalog/index.ts';
import { between } from '../yaml.ts';

/** One entry of `receivers`. */
export function receiverConfig(name: string, receiver: Receiver): object {
  const { slack, email, webhook, pagerduty } = receiver;
  return {
    name,
    slack_configs: slack && [optional(slack, slackConfig(slack))],
    email_configs: email && [optional(email, emailConfig(email))],
    webhook_configs: webhook && [optional(webhook, webhookConfig(webhook))],
    pagerduty_configs: pagerduty && [optional(pagerduty, pagerdutyConfig(pagerduty))],
  };
}

/** The entrypoint takes what is between these comments out while the variable is empty. */
function optional({ when }: { readonly when?: string }, config: object): object {
  return when === undefined ? config : between(`when ${when}`, config, `end ${when}`);
}

function slackConfig(channel: SlackChannel): object {
  return {
    api_url: channel.apiUrl,
    channel: channel.channel,
    username: channel.username,
    send_resolved: channel.sendResolved,
    color: channel.color,
    title: channel.title,
    title_link: channel.titleLink,
    text: channel.text,
  };
}

function emailConfig(channel: EmailChannel): object {
  return {
    to: channel.to,
    from: channel.from,
    smarthost: channel.smarthost,
    auth_username: channel.auth?.username,
    auth_password: channel.auth?.password,
    require_tls: channel.requireTls ?? true,
    send_resolved: channel.sendResolved,
    headers: channel.headers,
    html: channel.html,
    text: channel.text,
  };
}

function webhookConfig(channel: WebhookChannel): object {
  const { bearerToken, basicAuth } = channel;
  return {
    url: channel.url,
    send_resolved: channel.sendResolved,
    http_config:
      bearerToken === undefined && basicAuth === undefined
        ? undefined
        : {
            authorization: bearerToken === undefined ? undefined : { credentials: bearerToken },
            basic_auth: basicAuth,
          },
    max_alerts: channel.maxAlerts,
  };
}

function pagerdutyConfig(channel: PagerdutyChannel): object {
  return {
    routing_key: channel.routingKey,
    send_resolved: channel.sendResolved,
    severity: channel.severity,
    description: channel.description,
    details: channel.details,
  };
}
