/// What all pages of hosts share: the signed-in host, cookies, and the frame of the page.
@NullMarked
package org.meetwright.server.pages.account.request;

import org.jspecify.annotations.NullMarked;
