/** Several bots at once, as processes or in one, behind a balancer. */
package dev.postmortem.cluster;
