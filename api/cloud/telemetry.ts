import { AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { SpanKind, SpanStatusCode, type Attributes } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { TokenCredential } from '@azure/identity';
import type { Log, LogLine } from '../ports/log';

/** A log that sends what it is told. */
export interface Telemetry extends Log {
  /** Sends what is waiting. */
  close(): Promise<void>;
}

/**
 * Application Insights, by OpenTelemetry. Nothing is instrumented, so nothing is told but the lines of the log: no
 * address, no body, no person. APPLICATION_INSIGHTS_NO_STATSBEAT keeps the exporter from telling of itself.
 * @param connectionString names where; the credential is what lets in
 */
export const openTelemetry = (connectionString: string, credential: TokenCredential): Telemetry =>
  tellAsSpans(
    new AzureMonitorTraceExporter({ connectionString, credential, disableOfflineStorage: true }),
  );

/** Each line of the log as a span: requests as the server's ("Semantic conventions for HTTP spans"). */
export function tellAsSpans(exporter: SpanExporter): Telemetry {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'rapport-api' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('rapport');
  return {
    write(line) {
      const { name, kind, ms, attributes, failed } = told(line);
      const end = Date.now();
      const span = tracer.startSpan(name, { kind, startTime: end - ms, attributes });
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
    },
    close: () => provider.shutdown(),
  };
}

interface Told {
  readonly name: string;
  readonly kind: SpanKind;
  readonly ms: number;
  readonly attributes: Attributes;
  readonly failed: boolean;
}

function told(line: LogLine): Told {
  if (line.event !== 'request') {
    const { event, ...rest } = line;
    const attributes = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [`rapport.${key}`, flat(value)]),
    );
    return { name: event, kind: SpanKind.INTERNAL, ms: 0, attributes, failed: true };
  }
  const { route, status, ms, reference, code } = line;
  const [method = '', path = ''] = route.split(' ');
  return {
    name: route,
    kind: SpanKind.SERVER,
    ms,
    attributes: {
      'http.request.method': method,
      'http.route': path,
      'http.response.status_code': status,
      'rapport.reference': reference,
      ...(code === undefined ? {} : { 'rapport.code': code }),
    },
    failed: status >= 500,
  };
}

/** Places of a bug, one a line. */
const flat = (value: string | number | readonly string[]): string | number =>
  typeof value === 'object' ? value.join('\n') : value;
