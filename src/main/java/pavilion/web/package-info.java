/**
 * HTTP only: routes, requests, responses, forms, assets, security headers and error pages. Knows no feature. Every
 * form is checked, every error is a sentence.
 */
package pavilion.web;
