/// The actions of the demo, against the small shop that comes with Crowdbench.
package shop;
