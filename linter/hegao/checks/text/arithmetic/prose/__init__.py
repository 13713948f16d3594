"""Figures of running text: wholes and parts, products, rates, rises and falls, what is told twice."""
