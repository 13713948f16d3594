"""Checks of the rules TSK: tasks (任务), their leads and deadlines."""
