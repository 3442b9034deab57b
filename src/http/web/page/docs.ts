/** From swagger-ui-dist. */
declare const SwaggerUIBundle: (options: { url: string; dom_id: string; deepLinking: boolean; validatorUrl: null }) => void;

SwaggerUIBundle({ url: 'openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });
