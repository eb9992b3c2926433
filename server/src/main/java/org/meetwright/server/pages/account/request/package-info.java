/// What all pages of hosts share: who asks, with which cookies, and what stands around a page.
@NullMarked
package org.meetwright.server.pages.account.request;

import org.jspecify.annotations.NullMarked;
