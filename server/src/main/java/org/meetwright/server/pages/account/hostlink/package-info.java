/// The pages behind the links in mails to hosts: a host confirms, declines, moves or cancels one
/// booking, without signing in unless that was asked for.
@NullMarked
package org.meetwright.server.pages.account.hostlink;

import org.jspecify.annotations.NullMarked;
