/// The links in mails to hosts, with which they answer one booking without signing in.
@NullMarked
package org.meetwright.core.hostlink;

import org.jspecify.annotations.NullMarked;
