/**
 * The front of the house: who is asking, what they may see, how a page is rendered, how a room hears the news.
 * It knows no feature: pages hand it routes, and feature rooms hand it models.
 * Strict policy on every answer; every form is checked; every error is a sentence.
 */
package pavilion.web;
