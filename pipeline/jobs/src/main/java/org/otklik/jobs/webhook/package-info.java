/**
 * Signed HTTP POSTs to other people's servers, per Standard Webhooks 1.0.0: the only package that
 * uses an HTTP client for them and the library that signs.
 */
@NullMarked
package org.otklik.jobs.webhook;

import org.jspecify.annotations.NullMarked;
